// The notices of the invented desk: read, compared, put right and imported.

import type { SystemView } from "../wire";
import { applied, compareRevisions, onDay } from "./catalogue";
import { refuse } from "./commands";

type Corrected = Parameters<typeof applied>[1];

export function createLibrary(systems: SystemView[], today: string, who: () => string) {
  function read(number: string, on: string | null) {
    const system = systems.find((one) => one.number === number);
    return system ? onDay(system, on) : refuse("not-found", `The catalogue has no system ${number}.`);
  }

  function compare(number: string, older: string, newer: string) {
    const system = systems.find((one) => one.number === number);
    return system ? compareRevisions(system, older, newer) : refuse("not-found", "There is no such system.");
  }

  function correct(number: string, effectiveFrom: string, corrected: Corrected, reason: string) {
    const system = systems.find((one) => one.number === number);
    if (!system) return refuse("not-found", `The library has no system ${number}.`);
    if (reason.trim().length < 8)
      refuse("bad-input", "Say why, in a few words: the ledger keeps it.", { field: "reason" });
    const as_read = applied(system, corrected);
    const correction = {
      id: `correction-${system.corrections.length + 1}`,
      number,
      effective_from: effectiveFrom,
      corrected,
      reason,
      by: who(),
      on: today,
    };
    system.corrections = [...system.corrections, { correction, as_read, carried_from: null }];
    return { ...system };
  }

  function withdraw(id: string) {
    for (const system of systems) {
      const withdrawn = system.corrections.find((one) => one.correction.id === id);
      if (!withdrawn) continue;
      applied(system, withdrawn.as_read);
      system.corrections = system.corrections.filter((one) => one !== withdrawn);
    }
  }

  return { read, compare, correct, withdraw };
}

export function importReport(files: string[]) {
  return {
    files: files.map((file) =>
      /\.(txt|xml|html?|pdf)$/i.test(file)
        ? {
            file,
            systems: ["USPS 890.000, revision of 1 July 2020"],
            not_understood: ["USPS 890.000, retrieval: the sentence names no identifier."],
            refused: null,
          }
        : {
            file,
            systems: [],
            not_understood: [],
            refused: "This is not a text, XML, HTML or PDF file. Nothing was imported from it.",
          },
    ),
  };
}

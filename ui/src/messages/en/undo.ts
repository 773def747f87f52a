export const undo = {
  label: "Undo the last step",
  button: "Undo",
  /** Before what the desk says of the step: `recorded that the requester withdrew.` */
  you: "You",
  done: (number: string, step: string) => `${number}: taken back. You had ${step}`,
  /** For each case why it could not be taken back, or nothing where it was. */
  together: (refused: (string | null)[]) => {
    const [why] = refused.filter((one) => one !== null);
    const back = refused.filter((one) => one === null).length;
    const done = `Taken back in ${back} ${back === 1 ? "case" : "cases"}.`;
    return why === undefined ? done : `${done} Not in ${refused.length - back}: ${why}`;
  },
  nothing: "Nothing was done here that can be undone.",
  takenBack: "Taken back",
};

// Every sentence that the window says in English. Sentences of the law and of the case come from the desk, not from here.
import { accounting, person } from "./en/accounting";
import { caseScreen } from "./en/case";
import { commandFields, innerFields } from "./en/commandFields";
import { common } from "./en/common";
import { conditions } from "./en/conditions";
import { desktop } from "./en/desktop";
import { fields } from "./en/fields";
import { actions, forms } from "./en/forms";
import { glossary } from "./en/glossary";
import { help } from "./en/help";
import { incoming } from "./en/incoming";
import { intake } from "./en/intake";
import { keys } from "./en/keys";
import { ledger } from "./en/ledger";
import { letters } from "./en/letters";
import { mail } from "./en/mail";
import { paragraphs } from "./en/paragraphs";
import { printing } from "./en/printing";
import { ruleNames } from "./en/ruleNames";
import { rules } from "./en/rules";
import { settings } from "./en/settings";
import { start } from "./en/start";
import { systems } from "./en/systems";
import { terms } from "./en/terms";
import { tour } from "./en/tour";
import { undo } from "./en/undo";
import { versions } from "./en/versions";
import { blankForms, languages, wording, wordingFields } from "./en/wording";
import { preview, together, worklist } from "./en/worklist";
import { charts, workload } from "./en/workload";

export const en = {
  common,
  terms,
  start,
  worklist,
  together,
  accounting,
  person,
  preview,
  intake,
  case: caseScreen,
  forms,
  fields: { ...fields, wording: wordingFields },
  commandFields,
  innerFields,
  paragraphs,
  actions,
  letters,
  systems,
  ruleNames,
  rules,
  wording,
  conditions,
  blankForms,
  languages,
  mail,
  incoming,
  charts,
  ledger,
  workload,
  printing,
  settings,
  desktop,
  versions,
  help,
  tour,
  undo,
  glossary,
  keys,
};

export type Messages = typeof en;

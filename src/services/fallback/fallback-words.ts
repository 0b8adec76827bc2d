import { type Locale } from "../../domain/texts/locale";
import { EN } from "./messages/en";
import { RU } from "./messages/ru";
import { type StaffWords } from "./messages/staff-words";

/** The texts of staff messages, in the language of their readers. */
export const fallbackWords: Record<Locale, StaffWords> = { ru: RU, en: EN };

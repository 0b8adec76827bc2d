import { type Locale } from "../../domain/texts/locale";
import { EN } from "./messages/en";
import { RU } from "./messages/ru";
import { type StaffWords } from "./messages/staff-words";

/** What staff messages say, in the language of those who read them. */
export const fallbackWords: Record<Locale, StaffWords> = { ru: RU, en: EN };

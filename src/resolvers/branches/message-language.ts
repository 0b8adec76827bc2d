import { registerEnumType } from "type-graphql";

/** The values match those of Locale. */
export const MessageLanguage = { RU: "ru", EN: "en" } as const;
registerEnumType(MessageLanguage, {
  name: "MessageLanguage",
  description: "The language of messages to the staff.",
  valuesConfig: {
    EN: { description: "English." },
    RU: { description: "Russian." },
  },
});

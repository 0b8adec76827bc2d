import { type ChannelVendor } from "../../../src/ports/channel-vendor";
import { PagerChannel } from "./pager-channel";

interface PagerSettings {
  readonly url: string;
}

export const pager: ChannelVendor<PagerSettings> = {
  kind: "PAGER",
  description: "A page of an invented service.",
  label: { name: { ru: "пейджер", en: "pager" }, by: { ru: "на пейджер", en: "by pager" } },
  target: {
    what: "a number of six digits",
    check: (target) =>
      /^\d{6}$/.test(target)
        ? null
        : { ru: "Это не номер пейджера", en: "This is not the number of a pager" },
    example: "123456",
  },
  settings: {
    variable: "PAGER_URL",
    required: "PAGER_URL",
    example: "PAGER_URL=https://pager.example",
    notes: { PAGER_URL: { unset: "no pages", what: "the invented service of pages" } },
    read: (reader, production) => {
      const url = reader.web("PAGER_URL", "https://pager.example");
      production?.mustBeEncrypted("PAGER_URL", url);
      return url === null ? null : { url };
    },
  },
  open: ({ url }) => new PagerChannel(url),
};

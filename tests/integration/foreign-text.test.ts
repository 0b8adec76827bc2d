import { plainText } from "../../src/adapters/iiko/menu/reading/menu-text";
import { leavesDoubt } from "../../src/adapters/iiko/reasons/doubt";
import { explain } from "../../src/adapters/iiko/reasons/iiko-error";
import { keyFailureOf } from "../../src/adapters/iiko/reasons/iiko-token-failure";
import { cleanText } from "../../src/adapters/iiko/values/iiko-text";
import { mask, maskText } from "../../src/adapters/iiko/values/mask";
import { wholeText } from "../../src/adapters/iiko/values/whole-text";
import { storableJson, storableText } from "../../src/domain/texts/storable-text";
import { withoutLinks } from "../../src/domain/texts/without-links";
import { RefusalKind } from "../../src/errors";
import { scrub } from "../../src/security/scrub";
import { withoutValues } from "../../src/server/without-values";
import { nastyTexts, toTheEnd } from "../support/nasty-texts";

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  "masks what iiko says": maskText,
  "masks what stands in iiko's answers": (text) =>
    mask({ [text]: text, number: text, phone: text, id: text }),
  "explains a refusal": (text) => explain("Common", text, RefusalKind.FINAL),
  "knows what speaks against a key": keyFailureOf,
  "cleans what guests write": cleanText,
  "takes links out of what guests write": withoutLinks,
  "knows a text of the till as a whole": wholeText("Product … has … of =…, ~"),
  "finds what leaves a doubt": leavesDoubt,
  "reads a menu's texts": (text) => plainText(text),
  "makes texts storable": storableText,
  "makes JSON storable": storableJson,
  "scrubs log lines": scrub,
  "takes values out of messages": withoutValues,
};

it.each(Object.entries(READERS))("%s in time that grows linearly with the text", (_, read) => {
  const texts = nastyTexts();
  expect(texts.map((text) => toTheEnd(() => read(text)))).toHaveLength(texts.length);
});

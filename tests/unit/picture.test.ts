import { pictureOf } from "../../src/domain/catalogue/picture";

const bytes = (text: string) => Buffer.from(text, "latin1");

describe("a picture", () => {
  it.each([
    ["image/png", "\x89PNG\r\n\x1a\n…"],
    ["image/jpeg", "\xff\xd8\xff\xe0…"],
    ["image/gif", "GIF89a…"],
    ["image/webp", "RIFF\x10\x00\x00\x00WEBPVP8 "],
    ["image/avif", "\x00\x00\x00\x20ftypavif…"],
  ])("is recognised as %s by its bytes", (type, beginning) => {
    expect(pictureOf(bytes(beginning))?.type).toBe(type);
  });

  it.each([
    "",
    "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "<!doctype html>",
    "RIFF0000WAVE",
    "GIF8",
  ])("is not recognised when it begins with %j", (beginning) => {
    expect(pictureOf(bytes(beginning))).toBeNull();
  });
});

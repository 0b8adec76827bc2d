import { createHash } from "node:crypto";

const entities: Record<string, string> = { "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(/[<>&"]/g, (character) => entities[character] ?? character);
}

/** First letters of the first two words: "Пицца Маргарита" gives "ПМ". */
function initials(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? ["?"];
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join("");
}

/** Tomato, carrot, cheese, basil: appetising colours only. */
const garnishHues = [6, 28, 46, 110];

/** Dots around the plate's middle: the garnish, placed by the hash. */
function garnish(hash: Buffer): string {
  return Array.from({ length: 9 }, (_, index) => {
    const angle = ((hash.readUInt8(index + 4) / 255 + index) / 9) * 2 * Math.PI;
    const distance = 82 + (hash.readUInt8(index + 1) % 34);
    const [x, y] = [200 + Math.cos(angle) * distance, 150 + Math.sin(angle) * distance].map(
      Math.round,
    );
    const radius = 6 + (hash.readUInt8(index + 7) % 9);
    return `<circle cx="${x}" cy="${y}" r="${radius}" fill="hsl(${garnishHues[hash.readUInt8(index) % 4]} 66% 50%)"/>`;
  }).join("");
}

/**
 * A picture for `/_sandbox/images/<article>.svg`: a plate coloured by the product's name. The same
 * on every call.
 */
export function productImageSvg(name: string, article: string): string {
  const hash = createHash("sha1").update(`${article}/${name}`).digest();
  const hue = hash.readUInt16BE(0) % 100;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" role="img" aria-label="${escaped(name.trim())}">`,
    `<rect width="400" height="300" fill="hsl(${hue} 45% 88%)"/>`,
    `<ellipse cx="200" cy="164" rx="140" ry="132" fill="hsl(${hue} 30% 76%)"/>`,
    `<circle cx="200" cy="150" r="132" fill="#fffdf8"/>`,
    `<circle cx="200" cy="150" r="112" fill="hsl(${hue + 12} 68% 74%)"/>`,
    garnish(hash),
    `<circle cx="200" cy="150" r="62" fill="hsl(${hue + 12} 68% 82%)"/>`,
    `<text x="200" y="172" font-family="Georgia, serif" font-size="62" text-anchor="middle"`,
    ` fill="hsl(${hue} 45% 26%)">${escaped(initials(name))}</text>`,
    "</svg>",
  ].join("");
}

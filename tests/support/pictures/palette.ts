/** 0xRRGGBB. */
export type Colour = number;

const MOST = 256;
/** Backgrounds, lines and inks stay unchanged. */
const EXACT = 128;

interface Palette {
  readonly colours: readonly Colour[];
  readonly indexOf: (colour: Colour) => number;
}

/** The colours that are enough for a picture: its most frequent ones, and the rest in groups. */
export function paletteOf(pixels: Uint32Array): Palette {
  const counts = new Map<Colour, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const byCount = [...counts].sort(([, one], [, other]) => other - one).map(([colour]) => colour);
  const colours =
    byCount.length <= MOST
      ? byCount
      : [...byCount.slice(0, EXACT), ...middlesOf(byCount.slice(EXACT), MOST - EXACT)];
  const known = new Map(colours.map((colour, index) => [colour, index]));
  const indexOf = (colour: Colour) => {
    const index = known.get(colour) ?? nearest(colours, colour);
    known.set(colour, index);
    return index;
  };
  return { colours, indexOf };
}

/** Repeatedly splits the widest group in two, and takes the middle of each. */
function middlesOf(colours: readonly Colour[], count: number): Colour[] {
  const groups = [[...colours]];
  while (groups.length < count) {
    groups.sort((one, other) => widthOf(other).width - widthOf(one).width);
    const [widest] = groups;
    if (!widest || widest.length < 2) break;
    const { shift } = widthOf(widest);
    widest.sort((one, other) => part(one, shift) - part(other, shift));
    groups.push(widest.splice(widest.length >> 1));
  }
  return groups.map((group) => group[group.length >> 1] ?? 0);
}

/** The colour channel in which a group differs most, and by how much. */
function widthOf(group: readonly Colour[]): { readonly shift: number; readonly width: number } {
  const widths = [16, 8, 0].map((shift) => {
    let [least, most] = [255, 0];
    for (const colour of group) {
      least = Math.min(least, part(colour, shift));
      most = Math.max(most, part(colour, shift));
    }
    return { shift, width: most - least };
  });
  return widths.reduce((one, other) => (other.width > one.width ? other : one));
}

function nearest(colours: readonly Colour[], wanted: Colour): number {
  let [best, least] = [0, Infinity];
  for (const [index, colour] of colours.entries()) {
    const distance = [16, 8, 0].reduce(
      (sum, shift) => sum + (part(colour, shift) - part(wanted, shift)) ** 2,
      0,
    );
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

function part(colour: Colour, shift: number): number {
  return (colour >> shift) & 255;
}

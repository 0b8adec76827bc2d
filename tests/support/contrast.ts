/**
 * JavaScript for a page: returns the texts below `selector` with too little contrast to their
 * background by WCAG 2.2 AA (4.5, for large text 3), each with its contrast. Disabled elements need
 * none.
 */
export function faintTexts(selector: string): string {
  return `(${findFaintTexts.toString()})(${JSON.stringify(selector)})`;
}

interface Styled {
  readonly parentElement: Styled | null;
  readonly textContent: string;
  closest(selector: string): Styled | null;
  getClientRects(): { readonly length: number };
}

declare const document: {
  createElement(name: string): { getContext(kind: "2d"): Canvas };
  querySelectorAll(
    selector: string,
  ): Iterable<Styled & { readonly childNodes: Iterable<TextNode> }>;
};
declare const getComputedStyle: (element: Styled) => Record<string, string>;

interface TextNode {
  readonly nodeType: number;
  readonly textContent: string;
}

interface Canvas {
  fillStyle: string;
  fillRect(...place: number[]): void;
  clearRect(...place: number[]): void;
  getImageData(...place: number[]): { readonly data: readonly number[] };
}

/** Runs in the page, so it must not use anything from outside. */
function findFaintTexts(selector: string): string[] {
  const canvas = document.createElement("canvas").getContext("2d");
  const paint = (colours: readonly string[]) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of ["white", ...colours]) {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
    }
    const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map(
      (value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      },
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = (element: Styled | null): string[] =>
    element
      ? [...behind(element.parentElement), getComputedStyle(element)["backgroundColor"] ?? ""]
      : [];
  const faint: string[] = [];
  for (const element of document.querySelectorAll(`${selector} *`)) {
    const text = [...element.childNodes]
      .filter(({ nodeType }) => nodeType === 3)
      .map((node) => node.textContent.trim());
    if (
      !text.join("") ||
      element.getClientRects().length === 0 ||
      element.closest(":disabled, option")
    )
      continue;
    const { color = "", fontSize = "", fontWeight = "" } = getComputedStyle(element);
    const ground = paint(behind(element));
    const ink = paint([...behind(element), color]);
    const contrast = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
    const isLarge =
      parseFloat(fontSize) >= 24 || (parseFloat(fontSize) >= 18.66 && Number(fontWeight) >= 700);
    if (contrast < (isLarge ? 3 : 4.5)) faint.push(`${text.join(" ")}: ${contrast.toFixed(2)}`);
  }
  return faint;
}

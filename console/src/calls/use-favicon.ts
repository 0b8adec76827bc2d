import { useEffect } from "react";

const PLAIN = "M5 12h6m2 0h6M13 7v10";

const drawn = (isCalling: boolean) =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'>` +
      `<rect width='24' height='24' rx='6' fill='#161b18'/>` +
      `<path d='${PLAIN}' stroke='white' stroke-width='2.4' stroke-linecap='round'/>` +
      (isCalling ? `<circle cx='18' cy='6' r='6' fill='#e5343f'/>` : "") +
      `</svg>`,
  )}`;

/** Shows a red dot on the tab while someone waits. */
export function useFavicon(isCalling: boolean): void {
  useEffect(() => {
    document.querySelector("link[rel=icon]")?.setAttribute("href", drawn(isCalling));
  }, [isCalling]);
}

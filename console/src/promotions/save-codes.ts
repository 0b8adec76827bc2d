interface Code {
  readonly code: string;
  /** Left out: it is new. */
  readonly uses?: number;
}

/** A file for a spreadsheet, with a mark by which it sees that it is UTF-8. */
export function saveCodes(promotion: string, codes: readonly Code[]): void {
  const lines = codes.map(({ code, uses = 0 }) => `${code};${uses}`);
  const blob = new Blob(["\uFEFF", ["code;uses", ...lines].join("\r\n")], { type: "text/csv" });
  const url = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement("a"), {
    href: url,
    download: `${promotion}.csv`,
  });
  link.click();
  URL.revokeObjectURL(url);
}

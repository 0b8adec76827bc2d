interface Code {
  readonly code: string;
  /** Omitted for a new code. */
  readonly uses?: number;
}

/** Saves a spreadsheet file, with a mark by which spreadsheets recognise UTF-8. */
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

export function say(line: string): true {
  console.log(line);
  return true;
}

/** Prints a row of a table. */
export function sayCells(cells: readonly string[], widths: readonly number[]): void {
  say(cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" "));
}

/** Ends the process, with exit code 0 when the proof holds. */
export function runProof(proof: (args: readonly string[]) => Promise<boolean>): void {
  proof(process.argv.slice(2)).then(
    (holds) => process.exit(holds ? 0 : 1),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
}

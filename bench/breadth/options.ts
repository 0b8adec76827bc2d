/** Returns the number after an option's name, such as `--minutes 10`. */
export function optionOf(options: readonly string[], name: string, otherwise: number): number {
  const value = Number(options[options.indexOf(name) + 1]);
  return options.includes(name) && value > 0 ? value : otherwise;
}

/** "1 product", "3 products". */
export const many = (count: number, one: string, lots: string) =>
  `${count} ${count === 1 ? one : lots}`;

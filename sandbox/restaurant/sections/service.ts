import { dish } from "../dish";
import { section } from "../section";

const kind = { type: "SERVICE", hidden: true, hasImage: false } as const;

/** Not for display: sites add these lines on their own. */
export const service = section(
  "Доставка",
  [
    dish({ article: "09001", name: "Доставка, ближняя зона", price: 150, kind }),
    dish({ article: "09002", name: "Доставка, дальняя зона", price: 290, kind }),
  ],
  { hidden: true },
);

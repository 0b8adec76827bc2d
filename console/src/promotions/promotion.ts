import { type OnePromotionAnswer } from "./operations";

export type Promotion = NonNullable<OnePromotionAnswer["promotion"]>;

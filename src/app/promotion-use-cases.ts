import { CreatePromotion } from "../services/promotions/create-promotion";
import { DisablePromotion } from "../services/promotions/disable-promotion";
import { FindPromotions } from "../services/promotions/find-promotions";
import { GeneratePromoCodes } from "../services/promotions/generate-promo-codes";
import { PausePromotion } from "../services/promotions/pause-promotion";
import { type Dependencies } from "./dependencies";

/** Result.Rest's own promotions, and their codes. */
export function createPromotionUseCases({ db, clock }: Pick<Dependencies, "db" | "clock">) {
  return {
    createPromotion: new CreatePromotion(db, clock),
    generatePromoCodes: new GeneratePromoCodes(db, clock),
    disablePromotion: new DisablePromotion(db, clock),
    pausePromotion: new PausePromotion(db, clock),
    findPromotions: new FindPromotions(db),
  };
}

import { type DataSource, type EntityManager, In } from "typeorm";

import {
  companyIdOf,
  isPlatform,
  operatesBranch,
  reachOf,
  type Viewer,
  worksForAll,
} from "../../domain/access/viewer";
import { type UserError } from "../../domain/errors/user-error";
import { isUuid, newId } from "../../domain/ids";
import { currencyStep, toStep } from "../../domain/money/currency";
import { formatKopecks } from "../../domain/money/money";
import { normalisePromoCode } from "../../domain/promotions/promotion-terms";
import { proseOf } from "../../domain/texts/typed-text";
import { Branch } from "../../entities/branches/branch";
import { Promotion } from "../../entities/promotions/promotion";
import { Refused } from "../../errors";
import { type Clock } from "../../ports/clock";
import { placeOfCompany } from "../companies/named-company";
import { hashOfInput } from "../idempotency/hash-of-input";
import { makeOnce } from "../idempotency/make-once";
import { errorsOfPromotion, type NewPromotion } from "./check-promotion";
import { insertCodes } from "./insert-codes";
import * as userError from "./promotion-input-errors";

/** Creates one of Result.Rest's own promotions. */
export class CreatePromotion {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Saves the promotion with its codes, or nothing. Safe to repeat with an idempotency key; without
   * one, a repeat is refused if the promotion has a code, because that code is then taken.
   *
   * @param unreadable what the API layer could not read of the input; reported together with
   *   everything else that is wrong
   * @throws {Refused} with every user error together; NOT_FOUND for branches the viewer does not
   *   work on; CONFLICT: one of its branches has a code already; IDEMPOTENCY_KEY_REUSED
   */
  execute(
    viewer: Viewer,
    input: NewPromotion,
    unreadable: readonly UserError[] = [],
    key: string | null = null,
  ): Promise<Promotion> {
    const field = ["input", "idempotencyKey"];
    const told = Object.assign({}, input, { unreadable });
    return this.db.transaction(async (tx) => {
      const place = await placeOf(tx, viewer, input.branchIds);
      const asked = { operation: "createPromotion", place, key, field, input: told };
      const { result } = await makeOnce(tx, asked, async () => {
        return { id: (await this.begin(tx, viewer, input, unreadable)).id };
      });
      return tx.findOneByOrFail(Promotion, result);
    });
  }

  private async begin(
    tx: EntityManager,
    viewer: Viewer,
    input: NewPromotion,
    unreadable: readonly UserError[],
  ): Promise<Promotion> {
    const given = {
      ...input,
      name: proseOf(input.name),
      codes: input.codes.map(normalisePromoCode),
    };
    const [branchIds, codes] = [[...new Set(given.branchIds)], [...new Set(given.codes)]];
    const branches = await branchesOf(tx, viewer, branchIds);
    const userErrors = [
      ...unreadable,
      ...errorsOfPromotion(given),
      ...branchErrors(branchIds, branches),
      ...stepErrors(given, branches),
    ];
    const [branch] = branches;
    if (userErrors.length > 0 || !branch) throw new Refused(userErrors);

    const { codes: _separate, ...terms } = given;
    const createdAt = this.clock.now();
    const promotion = Object.assign(new Promotion(), {
      id: newId(),
      ...terms,
      branchIds,
      fulfilments: [...new Set(terms.fulfilments)],
      currencyCode: branch.currencyCode,
      createdAt,
      disabledAt: null,
      pausedAt: null,
    });
    await tx.insert(Promotion, promotion);
    const made = await insertCodes(tx, promotion, codes, createdAt);
    const taken = codes.filter((code) => !made.includes(code));
    if (taken.length > 0)
      throw new Refused(taken.map((code) => userError.codeTaken("codes", codes.indexOf(code))));
    return promotion;
  }
}

/** Keys for the same branches belong to one restaurant: one continues where another stopped. */
async function placeOf(
  tx: EntityManager,
  viewer: Viewer,
  branchIds: readonly string[],
): Promise<string> {
  if (!worksForAll(viewer)) return hashOfInput([...(reachOf(viewer) ?? [])].sort());
  const [branch] = isPlatform(viewer) ? await branchesOf(tx, viewer, branchIds) : [];
  return placeOfCompany(branch?.companyId ?? companyIdOf(viewer));
}

async function branchesOf(
  tx: EntityManager,
  viewer: Viewer,
  ids: readonly string[],
): Promise<Branch[]> {
  const operated = ids.filter((id) => isUuid(id) && operatesBranch(viewer, id));
  const found = operated.length > 0 ? await tx.findBy(Branch, { id: In(operated) }) : [];
  // All of one company: branches of companies other than the first branch's do not exist here.
  const [first] = ids.flatMap((id) => found.filter((branch) => branch.id === id));
  return found.filter(({ companyId }) => companyId === first?.companyId);
}

/** A sum that the POS cannot deduct exactly would end up as a different one in every order. */
function stepErrors({ sum, minimumSum }: NewPromotion, [branch]: readonly Branch[]): UserError[] {
  const step = branch ? currencyStep(branch.currencyCode) : 1;
  const sums = Object.entries({ sum, minimumSum });
  const unfit = sums.filter(([, amount]) => amount !== null && toStep(amount, step) !== amount);
  return unfit.map(([field]) => userError.tooFine(field, formatKopecks(step)));
}

function branchErrors(ids: readonly string[], branches: readonly Branch[]): UserError[] {
  const unknown = ids.flatMap((id, index) =>
    branches.some((branch) => branch.id === id) ? [] : [userError.noSuchBranch("branchIds", index)],
  );
  const currencies = new Set(branches.map(({ currencyCode }) => currencyCode));
  return currencies.size > 1 ? [...unknown, userError.severalCurrencies()] : unknown;
}

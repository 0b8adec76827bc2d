import { type DataSource, type EntityManager } from "typeorm";

import { type UserError } from "../../domain/errors/user-error";
import { isUuid, newId } from "../../domain/ids";
import { isStorable } from "../../domain/texts/storable-text";
import { isLonger } from "../../domain/texts/text-length";
import { proseOf } from "../../domain/texts/typed-text";
import { Section } from "../../entities/catalogue/section";
import { Refused } from "../../errors";
import { type EventFeed } from "../../ports/event-feed";
import { invalid, required } from "../branches/changes/branch-error";
import { makeOnce } from "../idempotency/make-once";
import { announceCatalogue } from "./announce-catalogue";
import { branchNotFound } from "./catalogue-error";
import { freeSlug } from "./slug";

interface NewSection {
  readonly branchId: string;
  readonly name: string;
  /**
   * Starts at 0; sections at and after this position move back by one. Defaults to the end, as do
   * values that are too large.
   */
  readonly position?: number | null;
  readonly idempotencyKey?: string | null | undefined;
}

/** As it was created; it may have moved since. */
interface MadeSection {
  readonly section: Section;
  readonly catalogueVersion: number;
}

export const LONGEST_SECTION_NAME = 100;

/** Creates an empty section. Without an idempotency key each call creates one. */
export class CreateSection {
  constructor(
    private readonly db: DataSource,
    private readonly feed: EventFeed,
  ) {}

  /**
   * Also returns the first catalogue version that contains the section.
   *
   * @throws {Refused} the branch does not exist, the name is not 1–100 characters long, the
   *   position is negative, or the idempotency key is invalid
   */
  async execute(input: NewSection): Promise<MadeSection> {
    const { idempotencyKey: key, ...rest } = input;
    const { branchId } = input;
    if (!isUuid(branchId)) throw branchNotFound(["branchId"]);
    const place = branchId.toLowerCase();
    const field = ["idempotencyKey"];
    const asked = { operation: "createSection", place, key, field, input: rest };
    return this.db.transaction(async (tx) => {
      const { result } = await makeOnce(tx, asked, () => this.make(tx, rest));
      return result;
    });
  }

  private async make(tx: EntityManager, input: NewSection): Promise<MadeSection> {
    const name = proseOf(input.name);
    const userErrors = errorsOf(name, input.position ?? 0);
    if (userErrors.length > 0) throw new Refused(userErrors);
    const { branchId } = input;
    const branches = await tx.query<unknown[]>(
      "select 1 from branches where id = $1 for no key update",
      [branchId],
    );
    if (branches.length === 0) throw branchNotFound(["branchId"]);
    const section = await insert(tx, branchId, name, input.position);
    return { section, catalogueVersion: await announceCatalogue(tx, this.feed, branchId) };
  }
}

async function insert(
  tx: EntityManager,
  branchId: string,
  name: string,
  wanted: number | null | undefined,
): Promise<Section> {
  const earlier = await tx.find(Section, {
    where: { branchId },
    order: { position: "ASC", id: "ASC" },
  });
  const end = (earlier.at(-1)?.position ?? -1) + 1;
  const position = Math.min(wanted ?? end, end);
  const slug = freeSlug(name, new Set(earlier.map((section) => section.slug)));
  const section = tx.create(Section, { id: newId(), branchId, name, slug, position });
  if (position < end) {
    await tx.query(
      "update sections set position = position + 1 where branch_id = $1 and position >= $2",
      [branchId, position],
    );
  }
  await tx.insert(Section, section);
  return section;
}

function errorsOf(name: string, position: number): UserError[] {
  const userErrors: UserError[] = [];
  if (name === "")
    userErrors.push(required(["name"], "Укажите название раздела", "A section needs a name"));
  if (isLonger(name, LONGEST_SECTION_NAME)) {
    userErrors.push(
      invalid(
        ["name"],
        `Не более ${LONGEST_SECTION_NAME} символов`,
        `At most ${LONGEST_SECTION_NAME} characters`,
      ),
    );
  }
  if (!isStorable(name))
    userErrors.push(invalid(["name"], "В названии недопустимый символ", "The name holds a NUL"));
  if (position < 0)
    userErrors.push(invalid(["position"], "Места считаются с нуля", "Positions count from 0"));
  return userErrors;
}

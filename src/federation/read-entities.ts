import { type Text } from "../domain/texts/locale";
import { InvalidInput } from "../errors";
import { type EntityType, type Representation } from "./entity-type";

/** Of one question. A router asks for the rest with another one. */
const MOST_REPRESENTATIONS = 1_000;

const TOO_MANY: Text = {
  en: `At most ${MOST_REPRESENTATIONS} representations are taken at a time`,
  ru: `За один раз принимается не больше ${MOST_REPRESENTATIONS} представлений`,
};
const NO_ENTITY: Text = {
  en: "A representation names a type that is no entity of this service",
  ru: "Представление называет тип, которого нет среди сущностей этого сервиса",
};

/**
 * Reads what other services name, those of one type together.
 *
 * @returns in their order; null: there is none, or none that the caller may see
 * @throws {InvalidInput} too many, or of a type that has no key
 */
export async function readEntities<Context>(
  types: ReadonlyMap<string, EntityType<Context>>,
  representations: readonly Representation[],
  context: Context,
): Promise<(object | null)[]> {
  if (representations.length > MOST_REPRESENTATIONS) throw new InvalidInput(TOO_MANY);
  const places = new Map<string, number[]>();
  for (const [place, { __typename: name }] of representations.entries()) {
    if (!types.has(name)) throw new InvalidInput(NO_ENTITY);
    const ofType = places.get(name);
    if (ofType) ofType.push(place);
    else places.set(name, [place]);
  }
  const found = new Array<object | null>(representations.length).fill(null);
  await Promise.all(
    [...places].map(async ([name, ofType]) => {
      const named = ofType.map((place) => representations[place]).filter((it) => it !== undefined);
      const objects = await types.get(name)?.read(named, context);
      for (const [index, place] of ofType.entries()) found[place] = objects?.[index] ?? null;
    }),
  );
  return found;
}

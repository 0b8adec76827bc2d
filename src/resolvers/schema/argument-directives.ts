import { getMetadataStorage } from "type-graphql";

/**
 * Lets directives of a field resolver's arguments reach the schema: type-graphql 2.0.0-rc.4 notes
 * them for the resolver's class and looks for them at the object type. Call it before the schema is
 * built; it may be called again.
 */
export function passOnArgumentDirectives(): void {
  const storage = getMetadataStorage();
  const { argumentDirectives, fieldResolvers, resolverClasses } = storage;
  for (const noted of [...argumentDirectives]) {
    const { target, fieldName, parameterIndex, directive } = noted;
    if (!fieldResolvers.some((it) => it.target === target && it.methodName === fieldName)) continue;
    const objectType = resolverClasses.find((it) => it.target === target)?.getObjectType();
    const isKnown = argumentDirectives.some(
      (it) => it.target === objectType && it.directive === directive,
    );
    if (typeof objectType !== "function" || isKnown) continue;
    storage.collectDirectiveArgumentMetadata({
      target: objectType,
      fieldName,
      parameterIndex,
      directive,
    });
  }
}

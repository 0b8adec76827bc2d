/**
 * Keeps one `T` per request: created when the request first asks for it, and gone with its context.
 */
export function perRequest<T>(make: () => T): (context: object) => T {
  const made = new WeakMap<object, { readonly value: T }>();
  return (context) => {
    const kept = made.get(context) ?? { value: make() };
    made.set(context, kept);
    return kept.value;
  };
}

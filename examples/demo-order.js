/**
 * Orders the first dish that needs no choices from the first branch, and returns the tracking
 * token.
 */
export async function placeDemoOrder(client) {
  const [branch] = await client.branches();
  const { nodes } = await client.products(branch.id, { first: 100 });
  const isSimple = ({ sizes, optionGroups }) =>
    sizes[0]?.price && optionGroups.every(({ min }) => min === 0);
  const { trackingToken, userErrors } = await client.createOrder({
    idempotencyKey: crypto.randomUUID(),
    branchId: branch.id,
    fulfilment: "DELIVERY",
    customer: { name: "Анна", phone: "+7 900 000-00-00" },
    address: { city: "Москва", street: "Печная", house: "1" },
    lines: [{ article: nodes.find(isSimple).article }],
    payment: { method: "CASH" },
  });
  if (!trackingToken) throw new Error(userErrors.map(({ message }) => message).join(" "));
  return trackingToken;
}

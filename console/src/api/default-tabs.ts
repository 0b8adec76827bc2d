import { type Example } from "./example-from-menu";

const MENU = `# Run it (Ctrl-Enter): the branches, and the menu of the one named in the variables below.
query Menu($branchId: ID!) {
  branches {
    nodes {
      id
      name
    }
  }
  menu(branchId: $branchId) {
    sections {
      name
      products(first: 20) {
        nodes {
          article
          name
          sizes {
            id
            name
            price {
              amount
            }
          }
          optionGroups {
            name
            min
            max
            options {
              article
              name
              prices {
                sizeId
                price {
                  amount
                }
              }
            }
          }
        }
      }
    }
  }
}
`;

const ORDER = `# Takes an order, a real one where the till is real: put the branch's id into the variables.
# The same idempotencyKey gives the same order again;
# a new order needs a new key.
mutation PlaceOrder($input: CreateOrderInput!) {
  createOrder(input: $input) {
    order {
      id
      number
      status
      injection {
        state
      }
    }
    trackingToken
    replayed
    userErrors {
      code
      field
      message
    }
  }
}

# Follows an order live: put the trackingToken into the variables.
subscription Track($token: String!) {
  trackOrder(token: $token) {
    id
    cursor
    at
    summary
    ... on OrderStatusEvent {
      from
      to
    }
    ... on InjectionEvent {
      state
    }
  }
}
`;

/** What a newcomer finds open: how to read a menu, and how to place and follow an order. */
export function defaultTabs({ branchId, article, options }: Example) {
  const input = {
    idempotencyKey: `console-${Date.now()}`,
    // Whoever looks around must not order at a restaurant that cooks it.
    branchId: "",
    fulfilment: "DELIVERY",
    lines: [{ article, quantity: "1", options }],
    customer: { name: "Anna", phone: "+79990000000" },
    address: { city: "Москва", street: "Тверская", house: "1" },
    payment: { method: "CASH" },
  };
  return [
    { query: MENU, variables: JSON.stringify({ branchId }, null, 2) },
    { query: ORDER, variables: JSON.stringify({ input, token: "" }, null, 2) },
  ];
}

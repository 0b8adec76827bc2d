const menu = {
  query: `# Run it (Ctrl-Enter) to see the branches.
# Put the id of one into the variables below and run it again for its menu.
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
`,
  variables: JSON.stringify({ branchId: "" }, null, 2),
};

const order = {
  query: `# Takes an order. The same idempotencyKey gives the same order again;
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
`,
  variables: JSON.stringify(
    {
      input: {
        idempotencyKey: "console-1",
        branchId: "",
        fulfilment: "DELIVERY",
        lines: [{ article: "", sizeId: null, quantity: "1", options: [] }],
        customer: { name: "Anna", phone: "+79990000000" },
        address: { street: "Tverskaya", house: "1" },
        payment: { method: "CASH" },
      },
      token: "",
    },
    null,
    2,
  ),
};

/** What a newcomer finds open: how to read a menu, and how to place and follow an order. */
export const defaultTabs = [menu, order];

/**
 * What iiko is asked to push: every step of an order, failures, and that a stop list has changed.
 */
export const WEBHOOK_FILTER = {
  deliveryOrderFilter: {
    orderStatuses: [
      ...["Unconfirmed", "WaitCooking", "ReadyForCooking", "CookingStarted", "CookingCompleted"],
      ...["Waiting", "OnWay", "Delivered", "Closed", "Cancelled"],
    ],
    errors: true,
  },
  stopListUpdateFilter: { updates: true },
};

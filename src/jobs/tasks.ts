// Every kind of job, one per line. A new one has its name and payload in ports/job-queue, and its
// file here.
export { alertLateOrders } from "./tasks/alert-late-orders";
export { cancelHold } from "./tasks/cancel-hold";
export { cancelOrder } from "./tasks/cancel-order";
export { catchUpOrder } from "./tasks/catch-up-order";
export { checkWebhooks } from "./tasks/check-webhooks";
export { confirmSubmission } from "./tasks/confirm-submission";
export { purgeExpired } from "./tasks/forget-old";
export { planPolls } from "./tasks/plan-polls";
export { pollOrders } from "./tasks/poll-orders";
export { recordWebhook } from "./tasks/record-webhook";
export { refreshDeliveryZones } from "./tasks/refresh-delivery-zones";
export { refreshPosMenu } from "./tasks/refresh-pos-menu";
export { refreshPosMenus } from "./tasks/refresh-pos-menus";
export { refreshStopLists } from "./tasks/refresh-stop-lists";
export { refreshStreets } from "./tasks/refresh-streets";
export { sendOrder } from "./tasks/send-order";
export { sendStaffMessage } from "./tasks/tell-people";
export { watchTills } from "./tasks/watch-tills";
export { workBranchesPlan } from "./tasks/work-branches-plan";

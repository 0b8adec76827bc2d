// Every kind of job, a line each. A new one has its name and payload in ports/job-queue, and its
// file here.
export { sendOrder } from "./tasks/send-order";
export { confirmSubmission } from "./tasks/confirm-submission";
export { sendStaffMessage } from "./tasks/tell-people";
export { cancelOrder } from "./tasks/cancel-order";
export { cancelHold } from "./tasks/cancel-hold";
export { catchUpOrder } from "./tasks/catch-up-order";
export { recordWebhook } from "./tasks/record-webhook";
export { alertLateOrders } from "./tasks/alert-late-orders";
export { checkWebhooks } from "./tasks/check-webhooks";
export { purgeExpired } from "./tasks/forget-old";
export { planPolls } from "./tasks/plan-polls";
export { pollOrders } from "./tasks/poll-orders";
export { refreshPosMenus } from "./tasks/refresh-pos-menus";
export { refreshPosMenu } from "./tasks/refresh-pos-menu";
export { refreshStopLists } from "./tasks/refresh-stop-lists";
export { workBranchesPlan } from "./tasks/work-branches-plan";

/** One for each order, by its number; contains neither phone nor address. */
const shown = new Map<string, Notification>();

function mayNotify(): boolean {
  return "Notification" in window && Notification.permission === "granted";
}

/** Whether the browser would still ask. */
export function mayAskToNotify(): boolean {
  return "Notification" in window && Notification.permission === "default";
}

/** @param onPress called when the user presses the notification */
export function notify(tag: string, title: string, body: string, onPress: () => void): void {
  if (!mayNotify() || !document.hidden) return;
  const notice = new Notification(title, { body, tag, requireInteraction: true });
  notice.onclick = () => {
    window.focus();
    onPress();
    notice.close();
  };
  shown.set(tag, notice);
}

/** Closes the notifications of orders that no longer wait. */
export function closeNotices(waiting: ReadonlySet<string>): void {
  for (const [tag, notice] of shown) {
    if (waiting.has(tag)) continue;
    notice.close();
    shown.delete(tag);
  }
}

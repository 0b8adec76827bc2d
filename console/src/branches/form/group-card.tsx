import { type ReactNode } from "react";

import { Icon, type IconName } from "../../parts/icon";
import { HoursRows } from "./hours-rows";
import { PaymentTypes } from "./payment-types";
import { Recipients } from "./recipients";
import { SettingControl } from "./setting-control";
import { type Group, type SettingField } from "./setting-value";
import { StatusMap } from "./status-map";
import { type SettingsForm } from "./use-settings-form";

const ICONS: Record<Group, IconName> = {
  BRANCH: "branch",
  CONNECTION: "till",
  MENU: "catalogue",
  PAYMENT_TYPES: "coin",
  LOYALTY: "gift",
  PROMO_CODES: "gift",
  HOURS: "clock",
  DELIVERY: "bike",
  POS_ORDERS: "orders",
  STATUSES: "now",
  INJECTION: "refresh",
  GUEST_ORDERS: "user",
  FALLBACK: "send",
};

interface Props {
  readonly form: SettingsForm;
  readonly groups: readonly Group[];
  /** Shown next to the heading. */
  readonly aside?: ReactNode;
  readonly children?: ReactNode;
}

/** The settings of a heading, in the order of the API: fields first, then switches. */
export function GroupCard({ form, groups, aside, children }: Props) {
  const [group] = groups;
  const fields = form.fields.filter(
    ({ group: { name }, kind }) => groups.includes(name) && kind !== "SECRET",
  );
  if (group === undefined || fields.length === 0) return null;
  const title = fields.find((field) => field.group.name === group)?.group.label;
  const lists = fields.filter((field) => field.kind === "LIST" && field.columns.length > 1);
  const plain = fields.filter((field) => !lists.includes(field) && field.kind !== "FLAG");
  const flags = fields.filter(({ kind }) => kind === "FLAG");
  return (
    <section className="card" id={group} aria-label={title}>
      <header>
        <Icon name={ICONS[group]} />
        <h2>{title}</h2>
        {aside !== undefined && <span className="end small muted">{aside}</span>}
      </header>
      <div className="body stack form">
        {children}
        {lists.map((field) => (
          <List key={field.name} form={form} field={field} />
        ))}
        {plain.length > 0 && (
          <div className="grid2">
            {plain.map((field) => (
              <SettingControl key={field.name} form={form} field={field} />
            ))}
          </div>
        )}
        {flags.length > 0 && (
          <div>
            {flags.map((field) => (
              <SettingControl key={field.name} form={form} field={field} />
            ))}
          </div>
        )}
      </div>
    </section>
  );
}

function List({ form, field }: { form: SettingsForm; field: SettingField }) {
  if (field.name === "paymentTypes") return <PaymentTypes form={form} field={field} />;
  if (field.name.startsWith("hours.")) return <HoursRows form={form} field={field} />;
  if (field.name === "statusMap") return <StatusMap form={form} field={field} />;
  return <Recipients form={form} field={field} />;
}

import { type ReactNode } from "react";
import { Button as AriaButton, type ButtonProps } from "react-aria-components/Button";

import { Icon, type IconName } from "./icon";

interface Props extends Omit<ButtonProps, "children" | "className" | "style"> {
  /** At most one main button per card; a danger label ends in «…» when it asks first. */
  readonly look?: "main" | "plain" | "quiet" | "danger" | "danger-act";
  readonly small?: boolean;
  readonly icon?: IconName;
  /** Omitted for an icon alone; then `aria-label` names the button. */
  readonly children?: ReactNode;
}

const LOOKS = {
  main: "main-act",
  plain: "",
  quiet: "quiet",
  danger: "quiet danger",
  "danger-act": "danger-act",
};

/**
 * Keeps its width while it is busy (`isPending`), and can still be found by users who cannot press
 * it.
 */
export function Button({ look = "plain", small, icon, children, ...button }: Props) {
  const isBusy = button.isPending === true;
  const classes = ["btn", LOOKS[look], small === true && "sm", children === undefined && "icon"];
  return (
    <AriaButton {...button} className={[...classes, isBusy && "busy"].filter(Boolean).join(" ")}>
      {icon && !isBusy && <Icon name={icon} small={small === true || children !== undefined} />}
      {children}
    </AriaButton>
  );
}

import { type InputHTMLAttributes, type ReactNode, useId, useState } from "react";

import { useWords } from "../language/language";
import { type PromotionField } from "../language/promotions-words";
import { Segments } from "../parts/segments";
import { useScope } from "../session/scope";
import { Field } from "./field";
import { GiftField } from "./gift-field";

const KINDS = ["PERCENT", "SUM", "GIFT"] as const;
const FULFILMENTS = ["DELIVERY", "PICKUP", "DINE_IN"] as const;
const USUAL: readonly string[] = ["DELIVERY", "PICKUP"];

type Errors = Readonly<Record<string, readonly string[]>>;

interface Props {
  readonly branchId: string;
  readonly errors: Errors;
}

/** The terms of a new promotion, in the order in which they are usually agreed. */
export function PromotionFields({ branchId, errors }: Props) {
  const { promotions: words } = useWords();
  return (
    <>
      <Group title={words.groups.what}>
        <Text name="name" errors={errors} required maxLength={100} autoFocus />
        <Gives branchId={branchId} errors={errors} />
        <Text name="minimumSum" errors={errors} inputMode="decimal" />
      </Group>
      <When branchId={branchId} errors={errors} />
      <Group title={words.groups.whom}>
        <Tick name="oncePerCustomer">{words.once}</Tick>
        <Tick name="firstOrderOnly">{words.firstOnly}</Tick>
        <Tick name="combinable">{words.combinable}</Tick>
      </Group>
      <Group title={words.groups.limits}>
        <Text name="usageLimit" errors={errors} type="number" min={1} />
        <Text name="usesPerCode" errors={errors} type="number" min={1} />
      </Group>
      <Group title={words.groups.codes}>
        <Field
          name="codes"
          label={words.fields.codes}
          hint={words.hints.codes}
          errors={errors["codes"] ?? []}
        >
          {(control) => <textarea {...control} rows={3} autoComplete="off" />}
        </Field>
      </Group>
    </>
  );
}

function When({ branchId, errors }: Props) {
  const { promotions: words } = useWords();
  return (
    <Group title={words.groups.when}>
      <Text name="startsOn" errors={errors} type="date" />
      <Text name="endsOn" errors={errors} type="date" />
      <Ticks
        legend={words.facts.how}
        errors={errors["fulfilments"]}
        name="fulfilments"
        among={FULFILMENTS.map((value) => ({
          value,
          label: words.fulfilments[value],
          isOn: USUAL.includes(value),
        }))}
      />
      <BranchTicks errors={errors} branchId={branchId} />
    </Group>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
      </header>
      <div className="body form-grid">{children}</div>
    </section>
  );
}

interface TextProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly name: PromotionField;
  readonly errors: Errors;
}

function Text({ name, errors, ...input }: TextProps) {
  const { promotions: words } = useWords();
  return (
    <Field
      name={name}
      label={words.fields[name]}
      hint={words.hints[name]}
      errors={errors[name] ?? []}
    >
      {(control) => <input autoComplete="off" {...input} {...control} />}
    </Field>
  );
}

/** Shows only the fields of the chosen kind. */
function Gives({ branchId, errors }: Props) {
  const { promotions: words } = useWords();
  const [kind, choose] = useState<(typeof KINDS)[number]>("PERCENT");
  return (
    <>
      <div className="field">
        <span className="label">{words.kind}</span>
        <Segments
          label={words.kind}
          value={kind}
          among={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          onChoose={choose}
        />
        <input type="hidden" name="kind" value={kind} />
      </div>
      {kind === "PERCENT" && (
        <Text name="percent" errors={errors} type="number" min={1} max={100} required />
      )}
      {kind === "SUM" && <Text name="sum" errors={errors} inputMode="decimal" required />}
      {kind === "GIFT" && (
        <>
          <GiftField branchId={branchId} errors={errors["giftArticle"] ?? []} />
          <Text
            name="giftQuantity"
            errors={errors}
            type="number"
            min={1}
            max={20}
            defaultValue={1}
          />
        </>
      )}
    </>
  );
}

function BranchTicks({ branchId, errors }: Props) {
  const { promotions: words } = useWords();
  const { branches } = useScope();
  if (branches.length < 2) return null;
  return (
    <Ticks
      legend={words.branches}
      errors={errors["branchIds"]}
      name="branchIds"
      among={branches.map(({ id, name }) => ({ value: id, label: name, isOn: id === branchId }))}
    />
  );
}

interface TicksProps {
  readonly legend: string;
  readonly name: string;
  readonly errors: readonly string[] | undefined;
  readonly among: readonly { value: string; label: string; isOn: boolean }[];
}

function Ticks({ legend, name, errors, among }: TicksProps) {
  return (
    <fieldset className="field" data-field={name}>
      <legend className="label">{legend}</legend>
      <div className="ticks">
        {among.map(({ value, label, isOn }) => (
          <label key={value} className="opt-b">
            <input
              className="tick"
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={isOn}
            />
            {label}
          </label>
        ))}
      </div>
      {errors && <span className="hint red">{errors.join(" ")}</span>}
    </fieldset>
  );
}

function Tick({ name, children }: { name: string; children: string }) {
  return (
    <label className="opt-b one">
      <input className="tick" type="checkbox" name={name} />
      {children.charAt(0).toUpperCase() + children.slice(1)}
    </label>
  );
}

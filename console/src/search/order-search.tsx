import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { useAnswer } from "../gateway/use-answer";
import { useWords } from "../language/language";
import { Search } from "../now/operations";
import { Icon } from "../parts/icon";
import { pathTo } from "../routing/address";
import { go } from "../routing/use-address";
import { useScope, useScopedQuery } from "../session/scope";
import { searchFilter } from "./search-filter";
import { SearchResults } from "./search-results";

const SHORTEST = 2;
const AFTER_TYPING_MS = 200;

/** Finds orders of all times by what a person types; Enter shows all of them in their room. */
export function OrderSearch({ autoFocus = false }: { autoFocus?: boolean }) {
  const { now: words } = useWords();
  const [typed, setTyped] = useState("");
  const [isEverywhere, setIsEverywhere] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const { branches, isAll } = useScope();
  const text = useSettled(typed.trim());
  const filter = useMemo(() => {
    if (text.length < SHORTEST) return null;
    const found = searchFilter(text, branches[0]?.timeZone, Date.now());
    const branchIds = isAll || isEverywhere ? null : branches.map(({ id }) => id);
    return { filter: { ...found, branchIds } };
  }, [text, branches, isAll, isEverywhere]);
  const { answer, fault } = useAnswer(Search, filter);
  const query = useScopedQuery(isEverywhere ? { q: text, branch: "" } : { q: text });
  useSlash(field);
  const leave = () => {
    setTyped("");
    setIsEverywhere(false);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") leave();
    if (event.key === "Enter" && event.shiftKey) setIsEverywhere(true);
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    step(form.current, event.key === "ArrowDown" ? 1 : -1);
  };
  return (
    <form
      ref={form}
      className="find"
      role="search"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.length >= SHORTEST) go(pathTo("orders", [], query));
      }}
    >
      <Icon name="search" />
      <input
        ref={field}
        type="search"
        aria-label={words.search}
        placeholder={words.searchHint}
        autoComplete="off"
        autoFocus={autoFocus}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <kbd aria-hidden="true">/</kbd>
      {text.length >= SHORTEST && (answer ?? fault) && (
        <SearchResults
          text={text}
          orders={answer?.orders.nodes ?? []}
          fault={fault}
          onOpen={leave}
          onEverywhere={isAll || isEverywhere ? undefined : () => setIsEverywhere(true)}
        />
      )}
    </form>
  );
}

/** What has been typed once the fingers rest. */
function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), AFTER_TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}

/** «/» leads into the field from anywhere but other fields. */
function useSlash(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const lead = (event: globalThis.KeyboardEvent) => {
      const { target } = event;
      const isTyping =
        target instanceof HTMLElement && target.closest("input, textarea, select, .monaco-editor");
      if (event.key !== "/" || isTyping || event.metaKey || event.ctrlKey) return;
      event.preventDefault();
      field.current?.focus();
    };
    window.addEventListener("keydown", lead);
    return () => window.removeEventListener("keydown", lead);
  }, [field]);
}

/** From the field to the first result, from one to the next, and back. */
function step(form: HTMLFormElement | null, by: number): void {
  const stops = [...(form?.querySelectorAll<HTMLElement>("input, .results a") ?? [])];
  const now = stops.findIndex((stop) => stop === document.activeElement);
  stops[(now + by + stops.length) % stops.length]?.focus();
}

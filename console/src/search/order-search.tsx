import {
  type FormEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";

import { useAnswer } from "../gateway/use-answer";
import { isFree } from "../keyboard/keys";
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

/** Finds orders of any date by what the user types; Enter shows all results in the orders room. */
export function OrderSearch({ autoFocus = false }: { autoFocus?: boolean }) {
  const { now: words } = useWords();
  const field = useRef<HTMLInputElement>(null);
  const { typed, setTyped, text, found, isEverywhere, widen, clear } = useSearch();
  const query = useScopedQuery(isEverywhere ? { q: text, branch: "" } : { q: text });
  useSlash(field);
  const leave = () => {
    clear();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.length >= SHORTEST) go(pathTo("orders", [], query));
  };
  const onKeys = useKeys(leave, widen);
  return (
    <form className="find" role="search" onKeyDown={onKeys} onSubmit={submit}>
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
      {found && (
        <SearchResults
          {...found}
          text={text}
          onOpen={leave}
          onEverywhere={isEverywhere ? undefined : widen}
        />
      )}
    </form>
  );
}

/** The typed text, and its results once there is an answer. */
function useSearch() {
  const [typed, setTyped] = useState("");
  const [isWidened, setIsEverywhere] = useState(false);
  const { branches, isAll } = useScope();
  const isEverywhere = isAll || isWidened;
  const text = useSettled(typed.trim());
  const variables = useMemo(() => {
    if (text.length < SHORTEST) return null;
    const filter = searchFilter(text, branches[0]?.timeZone, Date.now());
    const branchIds = isEverywhere ? null : branches.map(({ id }) => id);
    return { filter: { ...filter, branchIds } };
  }, [text, branches, isEverywhere]);
  const { answer, failure } = useAnswer(Search, variables);
  const isKnown = answer !== undefined || failure !== undefined;
  const found = isKnown ? { orders: answer?.orders.nodes ?? [], failure } : undefined;
  const clear = () => {
    setTyped("");
    setIsEverywhere(false);
  };
  const widen = () => setIsEverywhere(true);
  return { typed, setTyped, text, found, isEverywhere, widen, clear };
}

/**
 * Escape leaves the search, Shift and Enter widen it, and the arrows move from result to result.
 */
function useKeys(leave: () => void, widen: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key === "Escape") leave();
    if (event.key === "Enter" && event.shiftKey) widen();
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    step(event.currentTarget, event.key === "ArrowDown" ? 1 : -1);
  };
}

/** The typed text, once the user stops typing. */
function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), AFTER_TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}

/** «/» moves the focus into the field from anywhere except other fields. */
function useSlash(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const lead = (event: globalThis.KeyboardEvent) => {
      // On a Russian layout, the same key types a full stop.
      const isSlash = event.key === "/" || (event.code === "Slash" && !event.shiftKey);
      if (!isSlash || !isFree(event)) return;
      event.preventDefault();
      field.current?.focus();
    };
    window.addEventListener("keydown", lead);
    return () => window.removeEventListener("keydown", lead);
  }, [field]);
}

/** Moves from the field to the first result, from one result to the next, and back. */
function step(form: Element, by: number): void {
  const stops = [...(form.querySelectorAll<HTMLElement>("input, .results a") ?? [])];
  const now = stops.findIndex((stop) => stop === document.activeElement);
  stops[(now + by + stops.length) % stops.length]?.focus();
}

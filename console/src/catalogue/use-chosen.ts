import { useState } from "react";

import { IMPORT_FIELDS } from "./import-fields";
import { type ImportField } from "./operations";

export interface Chosen {
  readonly articles: ReadonlySet<string>;
  readonly tick: (articles: readonly string[], isOn: boolean) => void;
  /** What to import of every product without a selection of its own. */
  readonly fields: ReadonlySet<ImportField>;
  readonly tickField: (field: ImportField, isOn: boolean) => void;
  /** The fields of one product. */
  readonly fieldsOf: (article: string) => ReadonlySet<ImportField>;
  readonly tickFieldOf: (article: string, field: ImportField, isOn: boolean) => void;
  readonly own: ReadonlyMap<string, ReadonlySet<ImportField>>;
  readonly clear: () => void;
}

/**
 * Which products an import includes, and which of their fields; kept from page to page of the list.
 */
export function useChosen(): Chosen {
  const [articles, setArticles] = useState<ReadonlySet<string>>(new Set());
  const [fields, setFields] = useState<ReadonlySet<ImportField>>(new Set(IMPORT_FIELDS));
  const [own, setOwn] = useState<Chosen["own"]>(new Map());
  const fieldsOf = (article: string) => own.get(article) ?? fields;
  return {
    articles,
    tick: (some, isOn) => setArticles((before) => changed(before, some, isOn)),
    fields,
    tickField: (field, isOn) => {
      setFields((before) => changed(before, [field], isOn));
      setOwn(
        (before) => new Map([...before].map(([of, its]) => [of, changed(its, [field], isOn)])),
      );
    },
    fieldsOf,
    tickFieldOf: (article, field, isOn) => {
      setOwn(
        (before) => new Map([...before, [article, changed(fieldsOf(article), [field], isOn)]]),
      );
      // Selecting a field of a product selects the product.
      if (isOn) setArticles((before) => changed(before, [article], true));
    },
    own,
    clear: () => {
      setArticles(new Set());
      setOwn(new Map());
    },
  };
}

function changed<T>(before: ReadonlySet<T>, some: readonly T[], isOn: boolean): ReadonlySet<T> {
  const after = new Set(before);
  for (const one of some) {
    if (isOn) after.add(one);
    else after.delete(one);
  }
  return after;
}

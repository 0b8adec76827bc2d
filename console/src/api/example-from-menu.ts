import firstProducts from "./first-products.graphql?raw";

interface Product {
  article: string;
  priceRange: object | null;
  optionGroups: { min: number; options: { article: string | null }[] }[];
}

interface Answer {
  data?: {
    branches: {
      nodes: { id: string; sections: { nodes: { products: { nodes: Product[] } }[] } }[];
    };
  };
}

/** What the default tabs are filled with, so that the one that reads works unchanged. */
export interface Example {
  branchId: string;
  article: string;
  options: { article: string }[];
}

const NOTHING: Example = { branchId: "", article: "", options: [] };

/**
 * A branch of this gateway and a dish it sells, with the options the dish requires; blanks when
 * there is none yet.
 */
export async function exampleFromMenu(): Promise<Example> {
  try {
    const response = await fetch("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: firstProducts }),
    });
    const { data } = (await response.json()) as Answer;
    const branch = data?.branches.nodes[0];
    const products = branch?.sections.nodes.flatMap((section) => section.products.nodes) ?? [];
    const product = products.find(({ priceRange }) => priceRange !== null);
    return {
      branchId: branch?.id ?? "",
      article: product?.article ?? "",
      options: product ? required(product) : [],
    };
  } catch {
    // The console must open even when the gateway cannot answer.
    return NOTHING;
  }
}

function required({ optionGroups }: Product): { article: string }[] {
  return optionGroups
    .flatMap(({ min, options }) => options.slice(0, min))
    .flatMap(({ article }) => (article === null ? [] : [{ article }]));
}

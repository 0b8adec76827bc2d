import { Gauge, type Registry } from "prom-client";

/**
 * Shows the branches whose key has lost their organization, read anew for each scrape. All
 * processes show the same.
 */
export function showLostOrganizations(
  registry: Registry,
  findLost: () => Promise<readonly { readonly branchId: string }[]>,
): void {
  new Gauge({
    ...{
      name: "gateway_pos_organization_lost",
      labelNames: ["branch"] as const,
      registers: [registry],
    },
    help: "1: the branch's key may not ask about its organization any more",
    async collect() {
      const lost = await findLost().catch(() => []);
      this.reset();
      for (const { branchId: branch } of lost) this.set({ branch }, 1);
    },
  });
}

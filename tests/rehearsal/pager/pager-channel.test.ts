import {
  type ChannelUnderTest,
  describeFallbackChannel,
} from "../../contract/fallback-channel-contract";
import { type CaughtMessage } from "../../support/caught-messages";
import { sendJson, startScriptedServer } from "../../support/scripted-server";
import { PagerChannel } from "./pager-channel";

async function startPager(): Promise<ChannelUnderTest> {
  const pages: CaughtMessage[] = [];
  const statuses: number[] = [];
  const server = await startScriptedServer((response, { body }) => {
    const status = statuses.shift() ?? 200;
    if (status === 200) pages.push(body as CaughtMessage);
    sendJson(response, status, {});
  });
  return {
    channel: new PagerChannel(server.url),
    target: "123456",
    secrets: [server.url],
    caught: () => Promise.resolve(pages),
    refuseNext: () => void statuses.push(403),
    pauseNext: () => {
      statuses.push(429);
      return null;
    },
    stop: () => server.close(),
  };
}

describeFallbackChannel("A pager", startPager);

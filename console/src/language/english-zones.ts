import { many } from "./english-count";
import { type ZonesWords } from "./zones-words";

export const ENGLISH_ZONES: ZonesWords = {
  title: "Delivery zones",
  anywhere: "There are no zones: the branch delivers anywhere.",
  notDrawn: "The zones are lists of streets: there is nothing to draw.",
  map: (zones) => `${many(zones, "delivery zone", "delivery zones")} to scale`,
  latitude: "Latitude",
  longitude: "Longitude",
  test: "Try the place",
  testHint: "Or press the place on the drawing.",
  city: "City",
  street: "Street",
  house: "House",
  testAddress: "Try the address",
  addressHint: "iiko is asked where it is. The city may be left out.",
  served: "Delivered",
  notServed: "Not delivered",
  fee: (sum) => (sum === null ? "delivery is free" : `delivery ${sum}`),
  freeFrom: (sum) => `free from ${sum}`,
  from: (sum) => `orders from ${sum}`,
  minutes: (minutes) => `about ${minutes} min`,
  columns: {
    name: "Zone",
    fee: "Delivery",
    freeFrom: "Free from",
    minimum: "Orders from",
    minutes: "Minutes",
  },
  ofBranch: "as the branch",
  load: "Load a map…",
  loadHint:
    "A GeoJSON or KML file from any map editor: each shape is a zone, its name and terms are its properties.",
  replaceTitle: "Replace the zones?",
  replaceWhat: (shapes, now) =>
    `Zones in the file: ${shapes}, now: ${now}. Guests see the new ones immediately; orders that were taken go on.`,
  replaceYes: "Replace",
  keep: "Leave as it is",
  loaded: (zones) => `Zones were loaded: ${zones}`,
  ofShape: (shape, message) => `Shape ${shape}: ${message}`,
  remove: "Deliver anywhere…",
  removeTitle: "Remove all zones?",
  removeWhat:
    "The branch will deliver to any address, on its own terms. Load the map to have the zones back.",
  removeYes: "Remove the zones",
  removed: "The zones are removed: the branch delivers anywhere",
};

import "./monaco-workers";
import "graphiql/style.css";
import "./console.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Console } from "./console";
import { seedFirstVisit } from "./seed-first-visit";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

seedFirstVisit(window.localStorage);
createRoot(root).render(
  <StrictMode>
    <Console />
  </StrictMode>,
);

import "./styles/console.css";

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { Console } from "./console";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

createRoot(root).render(
  <StrictMode>
    <Console />
  </StrictMode>,
);

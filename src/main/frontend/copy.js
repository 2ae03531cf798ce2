// Puts the scripts beside the style sheet, as they are.
import { copyFileSync } from "node:fs";

const assets = new URL("../resources/quire/web/assets/", import.meta.url);
const govuk = new URL("node_modules/govuk-frontend/dist/govuk/", import.meta.url);

copyFileSync(new URL("govuk-frontend.min.js", govuk), new URL("govuk-frontend.min.js", assets));
copyFileSync(new URL("quire.js", import.meta.url), new URL("quire.js", assets));
copyFileSync(new URL("writing.js", import.meta.url), new URL("writing.js", assets));
copyFileSync(new URL("progress.js", import.meta.url), new URL("progress.js", assets));

// Makes a folder of the demo in which everything is drawn and done: node prepare.mjs FOLDER
//
// Drawing costs a test build more than all else. Done once, each test takes a copy of the folder.
import { cp, rename } from "node:fs/promises";
import { settled, start } from "./product.mjs";

const demo = await start("demo", { from: null });
try {
  await settled(demo.url);
  await demo.halt();
  // Named when complete, so that nobody takes half of it.
  await cp(demo.data, `${process.argv[2]}.new`, { recursive: true });
  await rename(`${process.argv[2]}.new`, process.argv[2]);
} finally {
  await demo.stop();
}

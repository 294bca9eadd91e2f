import {FileAttachment} from "observablehq:stdlib";
import type {DatedNews} from "../../../data-loaders/news/keepNews.js";

/** What the site says that the last kept release did not. */
export const news: DatedNews = await FileAttachment("../../data/news.json").json<DatedNews>();

"""Filters -> small frozen records; the only folder that asks the engine, over the connection that store hands out."""

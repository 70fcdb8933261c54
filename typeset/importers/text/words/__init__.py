"""The languages' words, as data, and the grammar of dates over them."""

"""份号登记: who has each numbered copy of an issue."""

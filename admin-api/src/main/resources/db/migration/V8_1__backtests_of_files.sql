-- Backtests of files that are sent along: their bytes lie in import_file and their rows in import_row until it is over.

ALTER TABLE backtest ADD COLUMN rows_read BIGINT NOT NULL DEFAULT 0 COMMENT 'of files that were sent along';

"""The preview of editors: pages made when asked for, problems shown in every page."""

"""The commands of those who publish the site."""
